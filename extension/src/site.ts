// Runs on sites where the reader asked for it: says that a page is there, and does nothing else.

import {send} from "./shared/messages";

send("site.loaded", null).catch(() => undefined);
