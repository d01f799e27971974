/** New calls, one after the other: each is shown for a while and spoken once, in the order in which they came. */
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../../../messages'
import type { WholeBoard } from '../../model/board-feed'
import { callsOf, newCalls, type Heard, type ShownCall } from '../../model/board-calls'
import { spokenCall } from '../../model/spoken'
import { voice } from '../../parts/voice'

/** Milliseconds that a call is alone on top, however quickly it was said. */
const SHOWN_MS = 5_000
const shownLong = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SHOWN_MS))

export interface Announced {
  /** On top: the call that is being announced, else the last one that still waits for its person. */
  readonly top: ShownCall | undefined
  /** It is being announced. */
  readonly fresh: boolean
}

export const useCalls = (
  board: WholeBoard | undefined,
  { sound }: { readonly sound: boolean },
): Announced => {
  const language = useLanguage()
  const [announcing, setAnnouncing] = useState<ShownCall>()
  const heard = useRef<Heard>()
  const line = useRef<ShownCall[]>([])
  const running = useRef(false)
  const ended = useRef(false)
  const windows = board?.windows
  const now = useRef({ windows, sound, language })
  now.current = { windows, sound, language }
  useEffect(() => {
    ended.current = false
    return () => {
      ended.current = true
      voice.hush()
    }
  }, [])
  useEffect(() => {
    if (!windows) return
    const seen = newCalls(heard.current, windows)
    heard.current = seen.heard
    line.current.push(...seen.fresh)
    if (running.current) return
    const stands = ({ key }: ShownCall): boolean =>
      callsOf(now.current.windows ?? []).some((call) => call.key === key)
    const announce = async (): Promise<void> => {
      running.current = true
      for (let call = line.current.shift(); call && !ended.current; call = line.current.shift()) {
        // Who has come meanwhile need not be called any more.
        if (!stands(call)) continue
        setAnnouncing(call)
        const { sound: on, language: tongue } = now.current
        await Promise.all([on ? voice.say(spokenCall(call, tongue), tongue) : undefined, shownLong()])
      }
      running.current = false
      if (!ended.current) setAnnouncing(undefined)
    }
    void announce()
  }, [windows])
  const last = windows ? callsOf(windows)[0] : undefined
  return { top: announcing ?? last, fresh: announcing !== undefined }
}
