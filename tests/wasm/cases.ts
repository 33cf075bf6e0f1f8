// The pages of tests/corpus, as the tests of the package read them.

import {existsSync, readFileSync, readdirSync} from "node:fs";

import {root} from "./engine.ts";

export interface Case {
  name: string;
  page: Buffer;
  input: "html" | "text";
  url: string;
}

/** Every page of the corpus. */
export function readCases(): Case[] {
  const folder = `${root}tests/corpus`;
  const names = existsSync(folder) ? readdirSync(folder, {withFileTypes: true}) : [];
  return names
    .filter((entry) => entry.isDirectory())
    .flatMap(({name}) => {
      const expected = `${folder}/${name}/expected.json`;
      const url: unknown = existsSync(expected) ? JSON.parse(readFileSync(expected, "utf8")).url : "";
      return (["html", "text"] as const).flatMap((input) => {
        const path = `${folder}/${name}/page.${input === "html" ? "html" : "txt"}`;
        if (!existsSync(path)) return [];
        return [{name, page: readFileSync(path), input, url: typeof url === "string" ? url : ""}];
      });
    });
}
