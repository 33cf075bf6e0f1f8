// Dates as a person reads them.

/** A day or a time as the page states it, in the reader's words; the page's own when it cannot be read. */
export function dateForReader(stated: string, language: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(stated);
  const date = new Date(isDay ? `${stated}T00:00:00` : stated);
  if (Number.isNaN(date.getTime())) return stated;
  try {
    return new Intl.DateTimeFormat(language, {dateStyle: "long"}).format(date);
  } catch {
    return new Intl.DateTimeFormat("en", {dateStyle: "long"}).format(date);
  }
}
