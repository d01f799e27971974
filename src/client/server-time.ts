/**
 * The server's time. A phone's clock may be minutes or days off, so screens ask here and nowhere else (lint): what is
 * over, what is today, how long a seat is still kept. Each answer says when it was given, which puts the estimate right.
 */
import { createStore } from 'zustand/vanilla'
import type { Instant } from '../../functions/core/pure/time'
import { recall, remember } from './storage'

/** By how many milliseconds the server's clock is ahead of the device's: at least `low`, at most `high`. */
export interface Lead {
  readonly low: number
  readonly high: number
}

/** One answer: when the call left and came back by the device's clock, and what the server's said in between. */
export interface Heard {
  readonly sent: Instant
  readonly received: Instant
  readonly told: Instant
}

/**
 * What an answer leaves possible: the server spoke between `sent` and `received`. Quick answers narrow what is known;
 * one that contradicts it means that the device's clock was moved, and begins anew.
 */
export const narrow = (known: Lead | undefined, { sent, received, told }: Heard): Lead => {
  const heard = { low: told - received, high: told - Math.min(sent, received) }
  if (!known) return heard
  const both = { low: Math.max(known.low, heard.low), high: Math.min(known.high, heard.high) }
  return both.low <= both.high ? both : heard
}

const middle = ({ low, high }: Lead): number => Math.round((low + high) / 2)

/** The device's own clock, wrong as it may be: only to time a call by. */
export const deviceNow = (): Instant => Date.now()

const STORED = 'serverLead'
/** Less is not worth a write to the device, nor a look at the screens. */
const WORTH_MS = 1000

const stored = (): number => {
  const kept = recall(STORED)
  return typeof kept === 'number' && Number.isFinite(kept) ? kept : 0
}

let known: Lead | undefined
/** What is kept on the device, for a start without network. */
let kept = stored()

/** Changes when screens should look at the time again. */
export const leadStore = createStore<{ readonly lead: number }>()(() => ({ lead: kept }))

/** Puts the estimate right by one answer. */
export const hearTime = (heard: Heard): void => {
  if (!Number.isFinite(heard.told)) return
  known = narrow(known, heard)
  const lead = middle(known)
  if (Math.abs(lead - kept) < WORTH_MS) return
  kept = lead
  remember(STORED, lead)
  leadStore.setState({ lead })
}

/** What the server's clock says now, milliseconds since 1970. */
export const serverNow = (): Instant => deviceNow() + (known ? middle(known) : kept)
