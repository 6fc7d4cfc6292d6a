// The types of verbatim.js. Those of the record are in document.d.ts.

import type { Document, SpeakerKind } from './document.d.ts'

export type * from './document.d.ts'

/** What an article is read with. */
export interface ReadingOptions {
  /** When the text was published, YYYY-MM-DD or RFC 3339, for one that does not say so itself. */
  published?: string
  /** Which way a day or month points that the text leaves open: `past` without it. */
  prefer?: 'past' | 'future' | 'nearest'
  /** Reads 3/4/2024 as 3 April where the text does not tell. */
  dayFirst?: boolean
  /** Reads by rules alone: many times as fast, much less accurate in flattened text. */
  light?: boolean
  /** Those whom you know: they settle what the text leaves open. */
  names?: KnownName[]
  /** Ends the reading: the promise is rejected with the signal's reason. */
  signal?: AbortSignal
}

/** What a record is made with. */
export interface RecordOptions extends ReadingOptions {
  /** The `id` of the document. */
  id?: string
  /**
   * What the spans count: `utf16`, UTF-16 code units as JavaScript's own strings
   * do, so that `text.slice(start, end)` is the piece; `bytes` of UTF-8, as the
   * command does; or `runes`, code points. `utf16` without it.
   */
  units?: 'utf16' | 'bytes' | 'runes'
  /** Has every message say what decided its speaker, recipient, channel and time. */
  explain?: boolean
}

/** What a page is made with. */
export interface PageOptions extends ReadingOptions {
  /** The title; the headline without it. */
  title?: string
}

/** Somebody or something that articles name. */
export interface KnownName {
  /** The full name, as it is to be written. */
  name: string
  aliases?: string[]
  /** Descriptions that stand for the one where the article names no other holder. */
  roles?: string[]
  gender?: 'female' | 'male'
  kind?: SpeakerKind
}

/** How far the program has come here. */
export interface Progress {
  /** Bytes of the program that are here, of those that it has when it is unpacked. */
  loaded: number
  total: number
}

export interface ReaderOptions {
  /** Where verbatim.wasm is; beside this module without it. */
  program?: string | URL
  /** Called while the program comes. */
  onProgress?: (progress: Progress) => void
}

/** An article or its options could not be read, or the program not loaded. */
export class VerbatimError extends Error {
  /**
   * `options`: they are not those of a reading. `load`: the program could not be
   * fetched or started. `internal`: a fault of verbatim. `closed`: the reader has
   * been closed.
   */
  readonly reason: 'options' | 'load' | 'internal' | 'closed'
}

/**
 * Reads articles in a worker of its own, one after the other. An article that is
 * read over again with other `units`, as a page or as a record, is read once.
 */
export class Reader {
  constructor(options?: ReaderOptions)
  /** Loads the program and starts the worker, which the first article does otherwise. */
  load(): Promise<void>
  /** The record of a text. Any text is legal. */
  parse(text: string, options?: RecordOptions): Promise<Document>
  /** The same as JSON in one line: cheaper to hand on where nobody looks into it. */
  parseToJSON(text: string, options?: RecordOptions): Promise<string>
  /**
   * One HTML document that shows the text with its record. To show it in a page
   * of your own: `<iframe sandbox="allow-scripts allow-popups
   * allow-popups-to-escape-sandbox" srcdoc="…">`.
   */
  page(text: string, options?: PageOptions): Promise<string>
  /** The text without its marks and capitals. */
  flatten(text: string, options?: { signal?: AbortSignal }): Promise<string>
  /** The version of the library. */
  version(): Promise<string>
  /** Ends the worker. What has no answer yet is rejected. */
  close(): void
}

/** {@link Reader.parse} of a reader that all callers share. */
export function parse(text: string, options?: RecordOptions): Promise<Document>
/** {@link Reader.parseToJSON} of the shared reader. */
export function parseToJSON(text: string, options?: RecordOptions): Promise<string>
/** {@link Reader.page} of the shared reader. */
export function page(text: string, options?: PageOptions): Promise<string>
/** {@link Reader.flatten} of the shared reader. */
export function flatten(text: string, options?: { signal?: AbortSignal }): Promise<string>
/** {@link Reader.version} of the shared reader. */
export function version(): Promise<string>
