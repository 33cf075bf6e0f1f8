// The engine's package, which the build takes from the wasm build folder, typed by its source.
declare module "lectern" {
  export type {Article, ExtractOptions, RenderFormat, RenderOptions} from "../../../wasm/src/types";
  import type {Article, ExtractOptions, Readability, RenderFormat, RenderOptions} from "../../../wasm/src/types";
  export interface Reader {
    extractAsync(page: string | Uint8Array, options?: ExtractOptions): Promise<Article>;
    readable(html: string): Readability;
    renderAsync(article: Article, format: RenderFormat, options?: RenderOptions): Promise<string>;
  }
  export function loadReader(options: {languages: readonly string[]}): Promise<Reader>;
}
