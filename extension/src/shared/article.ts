// The article object as the engine gives it; its package describes every field.
export type {Article, ArticleBlock, Kind, KeptKind, RemovedBlock, RemovedKind} from "../../../wasm/src/types";
