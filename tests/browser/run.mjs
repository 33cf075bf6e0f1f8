// Runs browser stories, one after the other: node tests/browser/run.mjs [--browser chromium|firefox] [NAME...]

import {dirname} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {bundleAndRun} from "../bundle_and_run.mjs";

const {values, positionals} = parseArgs({options: {browser: {type: "string"}}, allowPositionals: true});
const environment = values.browser ? {LECTERN_BROWSERS: values.browser} : {};
await bundleAndRun(dirname(fileURLToPath(import.meta.url)), positionals, environment, ["--test-concurrency=1"]);
