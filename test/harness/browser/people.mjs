/** Who is at the phone: the same person on both builds, with a session and a way to call the API beside the screen. */
import { codeOf } from '../weapp/wechat-server.mjs'

const headersOf = (token) => ({
  'content-type': 'application/json',
  'accept-language': 'zh-CN',
  ...(token ? { authorization: `Bearer ${token}` } : {}),
})

const overHttp =
  (world, token) =>
  async (service, procedure, input = {}) => {
    const answer = await fetch(`${world.web.url}/api/${service}/${procedure}`, {
      method: 'POST',
      headers: headersOf(token),
      body: JSON.stringify(input),
    })
    return { status: answer.status, body: await answer.json() }
  }
const overCloud =
  (world, openid) =>
  async (service, procedure, input = {}) =>
    JSON.parse(await world.functions.call(service, JSON.stringify({ procedure, input, headers: {} }), openid))

const must = ({ status, body }) => {
  if (status !== 200) throw new Error(`the API answered ${status} ${JSON.stringify(body)}`)
  return body
}

/**
 * Enters as a demonstration person, or as a new one. The demonstration gives each person the WeChat identity
 * `demonstration:<name>`.
 * @returns {Promise<{ openid: string, token: string, accountId: string, api: (service: string, procedure: string, input?: object) => Promise<any> }>}
 */
export const enter = async (world, kind, name) => {
  const openid = `demonstration:${name}`
  if (kind === 'weapp') {
    const call = overCloud(world, openid)
    const { token, accountId } = must(await call('accounts', 'signIn', { code: codeOf(openid) }))
    return { openid, token, accountId, api: async (...words) => must(await call(...words)) }
  }
  const { token, accountId } = must(await overHttp(world)('accounts', 'signInAs', { person: name }))
  const call = overHttp(world, token)
  return { openid, token, accountId, api: async (...words) => must(await call(...words)) }
}

let born = 0
/** A number that fits its check digit (GB 11643-1999) and that no other person of the test has. */
const freshNumber = () => {
  born += 1
  const seventeen = `990102${1950 + (process.pid % 50)}${String(1 + (born % 12)).padStart(2, '0')}${String(1 + (born % 28)).padStart(2, '0')}${String(100 + born).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0)
  return seventeen + '10X98765432'[sum % 11]
}

/** A new person who already acts for one taxpayer. */
export const enterWithTaxpayer = async (world, kind, name, { taxpayer = '欧阳示范' } = {}) => {
  const person = await enter(world, kind, name)
  const { taxpayers } = await person.api('accounts', 'me')
  if (taxpayers.length === 0)
    await person.api('accounts', 'bind', { kind: 'person', name: taxpayer, number: freshNumber() })
  return person
}

const LONGEST_MS = 30_000

/** Waits until so many notices are unread. In a cloud it is the minute's timer that brings them: it comes at once here. */
export const untilUnread = async (world, kind, { api }, wanted) => {
  const stopAt = Date.now() + LONGEST_MS
  for (;;) {
    if (kind === 'weapp') await world.functions.runTimer('timers', 'dispatch')
    const { unread } = await api('inbox', 'unread')
    if (unread === wanted) return
    if (Date.now() > stopAt) throw new Error(`${unread} notices are unread, not ${wanted}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** The first day and time that can still be booked. */
export const freeSeat = async ({ api }, { hallId, matter }) => {
  const { days } = await api('appointments', 'days', { hallId, matter })
  const { day } = days.find(({ state }) => state === 'open')
  const { slots } = await api('appointments', 'slots', { hallId, matter, day })
  return {
    hallId,
    matter,
    day,
    start: slots.find(({ state, left }) => state === 'open' && left.online > 0).start,
  }
}
