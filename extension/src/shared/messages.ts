// What each message asks and answers. The prefix names the module of the background that answers.

import type {Article} from "./article";
import {browser} from "./browser";
import type {FontData, FontFamily, FontPart} from "./fonts";
import type {ArticleRecord} from "./records";
import type {Settings} from "./settings";
import type {Wording} from "./wording";

/** What capture hands over: the page as the reader sees it. */
export interface Snapshot {
  url: string;
  input: "html" | "text";
  content: string;
  /** A limit was reached: the end of the page is missing. */
  truncated: boolean;
}

export interface Extraction {
  article: Article;
  wording: Wording;
}

export type RecordChanges = Partial<Pick<ArticleRecord, "position" | "highlights">>;

export interface Messages {
  "engine.extract": {request: Snapshot; response: Extraction};
  "export.render": {request: {article: Article; format: "markdown" | "html" | "text"; restored: number[]}; response: string};
  "fonts.get": {request: {family: FontFamily; part: FontPart}; response: FontData[]};
  "page.readable": {request: string; response: null};
  "records.get": {request: {url: string}; response: ArticleRecord | null};
  "records.update": {request: {url: string; title: string; changes: RecordChanges}; response: null};
  "settings.get": {request: null; response: Settings};
  /** Opens the settings page. */
  "settings.open": {request: null; response: null};
  "settings.update": {request: Partial<Settings>; response: Settings};
  /** Asks whether the page's markup is wanted, to see whether it can be read. */
  "site.loaded": {request: null; response: {isWanted: boolean}};
  "sites.changed": {request: null; response: null};
}

export type MessageName = keyof Messages;

export type Handlers = {
  [Name in MessageName]?: (
    request: Messages[Name]["request"],
    sender: chrome.runtime.MessageSender,
  ) => Promise<Messages[Name]["response"]> | Messages[Name]["response"];
};

interface Envelope {
  name: string;
  request: unknown;
}

type Reply<Response> = {response: Response} | {failure: {code: string; message: string}};

/** A failure with a stable code; the engine's codes are those of the command line. */
export class CodedError extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
    this.name = "CodedError";
  }
}

/** Asks the background; rejects with a CodedError when it fails or does not answer. */
export async function send<Name extends MessageName>(
  name: Name,
  request: Messages[Name]["request"],
): Promise<Messages[Name]["response"]> {
  const envelope: Envelope = {name, request};
  let reply: Reply<Messages[Name]["response"]> | undefined;
  try {
    reply = await browser.runtime.sendMessage(envelope);
  } catch (error) {
    throw new CodedError("disconnected", error instanceof Error ? error.message : String(error));
  }
  if (!reply) throw new CodedError("disconnected", `nothing answers ${name}`);
  if ("failure" in reply) throw new CodedError(reply.failure.code, reply.failure.message);
  return reply.response;
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === "object" && message !== null && typeof (message as Envelope).name === "string";
}

/** Answers messages of this extension's own scripts and pages; those of anyone else are ignored. */
export function handle(handlers: Handlers): void {
  const table = new Map<string, (request: never, sender: chrome.runtime.MessageSender) => unknown>(
    Object.entries(handlers) as never,
  );
  browser.runtime.onMessage.addListener((message: unknown, sender, reply: (reply: Reply<unknown>) => void) => {
    if (sender.id !== browser.runtime.id || !isEnvelope(message)) return false;
    const handler = table.get(message.name);
    if (!handler) return false;
    Promise.resolve()
      .then(() => handler(message.request as never, sender))
      .then(
        (response) => reply({response}),
        (error: unknown) => reply({failure: failureOf(error)}),
      );
    return true; // the reply comes later
  });
}

function failureOf(error: unknown): {code: string; message: string} {
  if (!(error instanceof Error)) return {code: "internal", message: String(error)};
  const code = (error as {code?: unknown}).code;
  return {code: typeof code === "string" ? code : "internal", message: error.message};
}
