/** The phone shakes once for each call of a number, also when the page comes back to it. */
import { useEffect } from 'react'
import Taro from '@tarojs/taro'
import type { QueueTicket } from '../../../client/own-numbers'

const told = new Set<string>()

/** One call: which number, and when. */
const callOf = ({ id, state, calledAt }: QueueTicket): string | undefined =>
  state === 'called' ? `${id}|${calledAt ?? 0}` : undefined

/** A phone that cannot shake shows the call all the same. */
const shake = (): void => {
  Taro.vibrateLong().catch(() => undefined)
}

export const useCallOut = (it: QueueTicket): void => {
  const call = callOf(it)
  useEffect(() => {
    if (call === undefined || told.has(call)) return
    told.add(call)
    shake()
  }, [call])
}
