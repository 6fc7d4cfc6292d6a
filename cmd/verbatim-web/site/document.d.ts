// The types of the record. Code generated from docs/document.schema.json; DO NOT EDIT.

/** What a text says: the output of verbatim parse, and of verbatim batch for each line. Spans count what `units` asks for. */
export interface Document {
  /** The caller's name for the article. */
  id?: string
  provenance?: Provenance
  /** Why the text was not read; all lists are empty then. */
  unread?: TooLongError
  /** When the text says that it was published. */
  published?: Timestamp
  /** When it says that it was changed. */
  updated?: Timestamp
  /** Who wrote it. */
  byline?: Author[]
  /** The pieces of the page around the prose, in order. */
  furniture?: Furniture[]
  /** In the order in which their contents begin. */
  messages: Message[]
  /** Those who speak or are spoken to in messages. */
  speakers: Speaker[]
  /** In the order of the text. */
  timestamps: Timestamp[]
  /** In the order of the text. */
  urls: Url[]
}

/** The text is longer than the caller allowed. */
export interface TooLongError {
  /** How long it is. */
  bytes: number
  /** How long it may be. */
  maxBytes: number
}

/** A half-open range of the text as given, in the units that were asked for. */
export interface Span {
  /** Where the piece begins in the text as given. */
  start: number
  /** Where it ends. */
  end: number
}

/** What made the document, of which text and with which options. */
export interface Provenance {
  /** Of the module. */
  version: string
  /** The SHA-256 of the tagger's weights; absent for a reading by rules alone. */
  model?: string
  /** That of the text. */
  sha256: string
  /** That of the text which was read, where the spans have been moved to another: absent where they have not. */
  readSha256?: string
  /** The length of the text. */
  bytes: number
  /** The day from which relative times were reckoned. */
  published?: string
  publishedBy?: PublishedBy
  /** Which way a day points that the text leaves open; absent for the past. */
  prefer?: Direction
  /** Whether 3/4/2024 is 3 April where the text does not tell; absent if not. */
  dayFirst?: boolean
  /** Whether the text was read by rules alone; absent if not. */
  light?: boolean
  /** Whether the messages say what decided them; absent if not. */
  explain?: boolean
  /** The SHA-256 of the names that the caller knew; absent where there were none. */
  names?: string
}

/** Where the day of publication came from: the text's stamp, the caller, the text's stamp of its last change, or a full date at its head that may or may not be a stamp. Absent where there was none. */
export type PublishedBy = 'stamp' | 'caller' | 'update' | 'head'

/** Which way a day points that the text leaves open. */
export type Direction = 'past' | 'future' | 'nearest'

/** A writer named in the byline. */
export interface Author {
  /** Where the piece begins in the text as given. */
  start: number
  /** Where it ends. */
  end: number
  name: string
}

/** A piece of the page around the prose. */
export interface Furniture {
  /** Where the piece begins in the text as given. */
  start: number
  /** Where it ends. */
  end: number
  kind: FurnitureKind
}

export type FurnitureKind = 'headline' | 'standfirst' | 'byline' | 'dateline' | 'stamp' | 'caption' | 'link' | 'signup' | 'share' | 'advertisement' | 'credit' | 'copyright' | 'note'

/** How far the content is word for word. */
export type Form = 'direct' | 'indirect' | 'mixed'

/** By what act the content came to be known. */
export type Mode = 'speech' | 'writing' | 'thought'

/** What the source does with the content, where it does not put it forward as so. Absent: asserted. */
export type Stance = 'denied' | 'asked' | 'requested' | 'promised' | 'conditional' | 'withheld'

/** The way by which the message reached its hearers or readers. */
export type Channel = 'speech' | 'interview' | 'statement' | 'post' | 'message' | 'email' | 'letter' | 'call' | 'document' | 'news_conference' | 'debate' | 'testimony' | 'conversation'

/** Who said what to whom, when, and through which channel. What the text does not tell is absent. */
export interface Message {
  form: Form
  mode: Mode
  stance?: Stance
  /** What is attributed, in the order of the text. */
  content: Span[]
  /** The parts of content that are the speaker's own words. */
  verbatim?: Span[]
  /** The words that name who speaks. */
  source?: Span
  /** The words that signal the attribution. */
  cue?: Span[]
  /** The chance that the words and the speaker are right. */
  confidence: number
  /** What decided speaker, recipient, channel and time, where that was asked for. */
  why?: Reason[]
  /** The content made readable. */
  text: string
  speaker?: Party
  recipient?: Party
  channel?: Channel
  sent?: MessageTime
  /** Indexes into the document's urls. */
  urls?: number[]
  /** Index into the document's messages of the one whose words this one gives again. */
  repeats?: number
}

/** One thing in the text that spoke for what a field of a message holds. */
export interface Reason {
  field: 'speaker' | 'recipient' | 'channel' | 'sent'
  kind: 'name' | 'pronoun' | 'role' | 'description' | 'continuation' | 'cue' | 'beside' | 'sentence_before' | 'lede' | 'occasion' | 'message' | 'content' | 'article'
  /** The words that told it. */
  span?: Span
  /** Index of the other message that told it. */
  message?: number
}

/** One end of a message. */
export interface Party {
  /** Index into the document's speakers. */
  id: number
  name: string
}

/** When a message was said, written or sent. */
export interface MessageTime {
  /** A TIMEX3 value. */
  value: string
  from?: string
  /** Exclusive. */
  to?: string
  /** Index into the document's timestamps of the expression that told it; absent if none did. */
  timestamp?: number
}

/** One who speaks or is spoken to. */
export interface Speaker {
  /** Its own index. */
  id: number
  /** The fullest form that the article gives, without titles. */
  name: string
  kind?: SpeakerKind
  /** Those that stand before the name, as they stand there. */
  titles?: string[]
  /** Descriptions beside the name. */
  roles?: string[]
  aliases?: string[]
  /** The places that name the speaker, pronouns included. */
  mentions: Span[]
}

/** What a speaker is; absent where the article does not tell. */
export type SpeakerKind = 'person' | 'group' | 'organisation' | 'account' | 'document'

/** The TIMEX3 type. */
export type TimestampType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

/** Which part of the value is meant, or how exact it is: the mod of TIMEX3. */
export type TimestampModifier = 'START' | 'MID' | 'END' | 'APPROX' | 'LESS_THAN' | 'MORE_THAN' | 'EQUAL_OR_LESS' | 'EQUAL_OR_MORE' | 'BEFORE' | 'AFTER' | 'ON_OR_BEFORE' | 'ON_OR_AFTER'

/** The unit of the value. */
export type Granularity = 'second' | 'minute' | 'daypart' | 'day' | 'weekend' | 'week' | 'month' | 'season' | 'quarter' | 'half' | 'year' | 'years' | 'decade' | 'century'

export type AnchorSource = 'published' | 'timestamp'

/** What a relative expression was reckoned from. */
export interface Anchor {
  source: AnchorSource
  /** Index of the other timestamp. */
  timestamp?: number
}

/** A time expression. */
export interface Timestamp {
  /** Where the piece begins in the text as given. */
  start: number
  /** Where it ends. */
  end: number
  type: TimestampType
  /** A TIMEX3 value; absent where the text does not fix one. */
  value?: string
  modifier?: TimestampModifier
  /** Which of the times of a set are meant: the quant of TIMEX3. */
  quantifier?: 'EVERY' | 'EACH' | 'EVERY OTHER'
  /** How often within the value something is done, 2X for twice: the freq of TIMEX3. */
  frequency?: string
  /** The value of the second likely reading. */
  other?: string
  from?: string
  /** Exclusive. */
  to?: string
  granularity?: Granularity
  /** The text gives a time zone. */
  zoned?: true
  /** The name of the zone has several meanings in use. */
  zoneAmbiguous?: true
  /** The feast or fixed event that the expression names. */
  holiday?: string
  anchor?: Anchor
  /** The expression is furniture of the article. */
  dateline?: true
}

export type UrlKind = 'page' | 'post' | 'shortener' | 'image' | 'email'

/** What flattening destroyed and cannot be given back. */
export type Loss = 'case' | 'separators'

/** A web or mail address. */
export interface Url {
  /** Where the piece begins in the text as given. */
  start: number
  /** Where it ends. */
  end: number
  /** The address as a person would type it; no scheme is invented. */
  url: string
  host: string
  kind: UrlKind
  lossy?: Loss[]
  confidence: number
}
