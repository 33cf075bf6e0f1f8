// The style of the view, in the order of the cascade. It applies inside the closed shadow root alone.

import aids from "./aids.css";
import article from "./article.css";
import body from "./body.css";
import chrome from "./chrome.css";
import frame from "./frame.css";
import panels from "./panels.css";
import controls from "../../shared/styles/controls.css";
import themes from "../../shared/styles/themes.css";

export const kStyles = [frame, themes, controls, chrome, article, body, panels, aids].join("\n");
