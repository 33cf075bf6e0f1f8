export interface HostileInput {
  name: string;
  make(): string | Uint8Array;
  options?: {input?: "text"; encoding?: string};
  expects?: string;
}
export const kHostileInputs: HostileInput[];
export const kEncodedInputs: HostileInput[];
export function pageWith(body: string, head?: string): string;
