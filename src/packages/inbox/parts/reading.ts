/** What is read, and what comes while the list is on screen. */
import { useEffect, useRef, useState } from 'react'
import { MOST_COUNTED } from '../../../../functions/inbox/data/limits'
import { api } from '../../../client/api'
import { drawKey } from '../../../client/intention'
import type { Fetched } from '../../../client/use-query'
import { knowUnread } from '../../../client/use-unread'

/** Read as soon as they are opened; a mark that does not get through is unread again, and made at the next opening. */
export const useOpened = () => {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set())
  const open = (id: string): void => {
    setIds((before) => new Set([...before, id]))
    void api.inbox
      .read({ id }, { key: drawKey() })
      .then(knowUnread, () => setIds((before) => new Set([...before].filter((one) => one !== id))))
  }
  return { ids, open }
}

/** More are unread than before: they have come meanwhile, and the list is asked for. So it is where no more are counted. */
export const useMore = ({ data, at }: Fetched<{ readonly unread: number }>, look: () => void): void => {
  const before = useRef<number>()
  const latest = useRef(look)
  latest.current = look
  const unread = data?.unread
  useEffect(() => {
    if (unread === undefined) return
    if (before.current !== undefined && (unread > before.current || unread >= MOST_COUNTED)) latest.current()
    before.current = unread
  }, [unread, at])
}
