/** What I chose, and the changing of it: each change is shown at once and saved; changes while one is saved go with the next. */
import { useRef, useState } from 'react'
import { api, type Output } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useQuery } from '../../../client/use-query'
import { wantedOf, type Wanted } from '../model/wanted'

export type Choices = Output<'subscriptions', 'choices'>

export const CHOICES = 'my:choices'

export const useChoices = () => {
  const asked = useQuery(CHOICES, () => api.subscriptions.choices({}))
  const [wanted, setWanted] = useState<Wanted>()
  const latest = useRef<Wanted>()
  const sending = useRef(false)
  const { run, busy, error } = useAction((input: Wanted, key) => api.subscriptions.setChoices(input, { key }))
  const send = async (): Promise<void> => {
    sending.current = true
    let sent: Wanted | undefined
    let saved: Choices | undefined
    do {
      sent = latest.current
      saved = sent && (await run(sent))
    } while (saved && latest.current !== sent)
    sending.current = false
    latest.current = undefined
    if (saved) asked.set(saved)
    // Saved, or refused: what the server has is shown.
    setWanted(undefined)
  }
  const change = (known: Choices, part: Partial<Wanted>): void => {
    const next = { ...(latest.current ?? wantedOf(known)), ...part }
    latest.current = next
    setWanted(next)
    if (!sending.current) void send()
  }
  return { asked, wanted, change, busy, error }
}
