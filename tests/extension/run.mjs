// Runs the unit tests of the extension: node tests/extension/run.mjs [NAME...]

import {dirname} from "node:path";
import {fileURLToPath} from "node:url";
import {bundleAndRun} from "../bundle_and_run.mjs";

await bundleAndRun(dirname(fileURLToPath(import.meta.url)), process.argv.slice(2));
