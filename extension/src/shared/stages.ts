// Where the time from the click to the text goes. Only the build that scripts/measure_opening makes writes it down;
// in every other one nothing of this is left.

declare const kMeasured: boolean;

export type Stage = "button" | "script" | "captured" | "asked" | "answered" | "received" | "dressed" | "built";

export function reached(stage: Stage): void {
  if (kMeasured) performance.mark(`lectern ${stage}`);
}
