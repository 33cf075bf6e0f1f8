// The style of the view, in the order of the cascade. It applies inside the closed shadow root alone.

import article from "./article.css";
import body from "./body.css";
import chrome from "./chrome.css";
import frame from "./frame.css";
import panels from "./panels.css";
import themes from "./themes.css";

export const kStyles = [frame, themes, chrome, article, body, panels].join("\n");
