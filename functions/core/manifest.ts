/** How a function declares itself: one `manifest.ts` each, and one line for it in `functions/registry.ts`. */
import type { UploadPurposes } from './io/files/purposes'
import type { EventHandlers } from './io/events/contract'
import type { FunctionModule } from './io/entry/procedures'
import type { CollectionSpec } from './io/store/collection'
import type { DeclaredNotice } from './pure/notices'
import type { Text } from './pure/text'

/** When a job runs. */
export interface Timer {
  readonly procedure: string
  /** Seven fields, seconds first and the year last, in Asia/Shanghai; each platform's notation is made of it. */
  readonly cron: string
}

export interface Manifest extends FunctionModule {
  /** What it keeps itself. */
  readonly collections: readonly CollectionSpec[]
  readonly timers?: readonly Timer[]
  /** What it does when something has happened, here or in other functions. */
  readonly eventHandlers?: EventHandlers
  /** What it tells people: the inbox has their words by `npm run docs`. */
  readonly notices?: Readonly<Record<string, DeclaredNotice>>
  /** What files are uploaded here for, under short names. */
  readonly uploads?: UploadPurposes
  /** What an agent may be given to do here in another's name, in words; absent: nothing. */
  readonly delegable?: Text
  /** How it is deployed, where that is not as usual. */
  readonly deployment?: {
    /** A call may take so long; functions with jobs want 60. Default 20. */
    readonly timeoutSeconds?: number
    /** Instances at once on a Lambda-shaped platform, each with one connection to PostgreSQL. Default 2 and 3. */
    readonly instances?: { readonly usual: number; readonly prod: number }
  }
}

/** @example export const manifest = declareFunction({ contract, router, collections, timers }) */
export const declareFunction = <const M extends Manifest>(manifest: M): M => manifest
