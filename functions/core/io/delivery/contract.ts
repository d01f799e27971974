/** What is sent, how a channel sends it, and what came of it: docs/adr/0031. */
import type { Channel, DeliveryClass, Topic } from '../../pure/delivery/channels'
import type { Choices } from '../../pure/delivery/choices'
import type { TemplateName, TemplateUse } from '../../pure/delivery/templates'
import type { Instant } from '../../pure/time'

/**
 * `waiting → sending → sent | failed | unknown`. `failed` will not be tried again by itself; `unknown` went out perhaps, and is not
 * sent again by itself.
 */
export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown'

/** What a kind of notice says of its sending: a `NoticeKind` is one. */
export interface DeliveryTerms {
  readonly topic: Topic
  readonly delivery: DeliveryClass
  readonly template?: TemplateUse
  /** Asked for by the person at this moment: it passes choices, quiet hours and caps. */
  readonly urgent?: boolean
  /** An office tells many: what comes of them is counted for it. */
  readonly counted?: true
}

/** A message in words, as whoever knows its kind says it. */
export interface Said {
  readonly title: string
  readonly body: string
  /** By our names of its template's fields: cut, none empty. Absent where the channel has no templates. */
  readonly fields?: Readonly<Record<string, string>>
  /** A path of the mini-program. */
  readonly page?: string
}

/** What an adapter is given. */
export interface Message extends Said {
  /** Ours, the same however often it is sent: a provider that knows it drops the repeat. */
  readonly id: string
  readonly kind: string
  /** OPENID, phone number or address; empty for a channel that asks for none. Never logged. */
  readonly to: string
  readonly template: TemplateName | null
  /** What this message alone says, opened for it: a code. Never logged. */
  readonly secret?: string
}

/** What the provider did, or said. */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly reference?: string }
  /**
   * It will never be sent so. `grants: 'none'`: the provider knows of no grant. `fault: true`: ours, so that an operator has to look;
   * otherwise the person's own choice, or an address that is no more.
   */
  | {
      readonly outcome: 'refused'
      readonly why: string
      readonly fault?: boolean
      readonly grants?: 'none'
    }
  /** It was not taken, for certain: tried again later, whatever its class. */
  | { readonly outcome: 'again'; readonly why: string }
  /** Not taken either: we ask too often. Nothing more goes out on this channel for so long. */
  | { readonly outcome: 'tooOften'; readonly why: string; readonly waitMs: number }
  /** Nobody knows. */
  | { readonly outcome: 'unknown'; readonly why: string }

/** At most so many messages a second on average, and at once. */
export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

/** How one channel is spoken to. Whatever it throws is `unknown`: it says `again` only for what was not taken. */
export interface Sender {
  readonly channel: Channel
  /** Milliseconds that one request may take. */
  readonly patience: number
  /** Messages that one request takes (WeChat: 1). */
  readonly together: number
  /** Requests at the same time. */
  readonly atOnce: number
  /** Absent: as fast as it goes. */
  readonly rate?: Rate
  /** Does it send to an address of the person's? What counts only, asks for none. */
  readonly needsAddress: boolean
  /** In the order given, one outcome each. */
  send(messages: readonly Message[], signal: AbortSignal): Promise<readonly SendOutcome[]>
}

/** What waits, as it is told about to whoever says it in words. */
export interface Telling {
  readonly id: string
  readonly accountId: string
  readonly channel: Channel
  readonly kind: string
  readonly facts: Readonly<Record<string, string | number>>
  readonly about: string | null
  readonly template: TemplateName | null
  /** The notices that a digest gathers, oldest first; how many there are in all may be more. */
  readonly gathers?: readonly string[]
  readonly count?: number
  readonly noticeId: string
  readonly at: Instant
  /** What its person allows and reads. */
  readonly choices: Choices
}
