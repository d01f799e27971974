/**
 * WeChat's question whether messages may be sent: inside WeChat alone, by a tap, and never on start. It stands in nobody's way:
 * refusal and failure are silent, and what was being done is done already.
 */
import Taro from '@tarojs/taro'
import type { TemplateName } from '../../functions/core/pure/delivery/templates'
import { dayOf } from '../../functions/core/pure/time'
import { api, type Input, type Output } from './api'
import { drawKey } from './intention'
import { queryOf } from './queries'
import { serverNow } from './server-time'
import { isRecord, recall, remember } from './storage'
import { useQuery, type Fetched } from './use-query'

type Consents = Output<'subscriptions', 'consents'>
type Template = Consents['templates'][number]
type Answers = Input<'subscriptions', 'grant'>['answers']
export type Askable = Pick<Template, 'template' | 'templateId'>

/** `wx.requestSubscribeMessage` takes three of ours at once. */
const MOST_ASKED = 3
/** On the device: template → the day on which it was last asked about by itself. */
const ASKED = 'own:grants-asked'
const CONSENTS = 'my:consents'

const fetchConsents = (): Promise<Consents> => api.subscriptions.consents({})

/** WeChat's ids have to be known before the tap: it asks only while the tap is fresh. */
export const useConsents = (): Fetched<Consents> => useQuery(CONSENTS, fetchConsents)

const askedDays = (): Readonly<Record<string, unknown>> => {
  const kept = recall(ASKED)
  return isRecord(kept) ? kept : {}
}

const noteAsked = (templates: readonly string[]): void => {
  const today = dayOf(serverNow())
  remember(ASKED, { ...askedDays(), ...Object.fromEntries(templates.map((name) => [name, today])) })
}

const ANSWERS = ['accept', 'acceptWithAudio', 'reject', 'ban', 'filter'] as const

const answersOf = (asked: readonly Askable[], said: unknown): Answers =>
  asked.flatMap(({ template, templateId }) => {
    const word: unknown = templateId !== null && isRecord(said) ? said[templateId] : undefined
    const answer = ANSWERS.find((one) => one === word)
    return answer === undefined ? [] : [{ template, answer }]
  })

/** The counts that the server told, into what is on screen. */
const know = ({ templates }: Output<'subscriptions', 'grant'>): void => {
  const query = queryOf(CONSENTS, fetchConsents)
  const { data } = query.store.getState()
  if (!data) return
  const left = new Map(templates.map(({ template, remaining }) => [template, remaining]))
  query.set({
    templates: data.templates.map((one) => ({ ...one, remaining: left.get(one.template) ?? one.remaining })),
  })
}

/**
 * Asks, and tells the server the answer. Call it first thing in a tap. Never throws.
 * @returns `granted` when at least one was allowed and the server knows it
 */
export const askWechat = async (templates: readonly Askable[]): Promise<'granted' | 'not'> => {
  const asked = templates.filter(({ templateId }) => templateId !== null).slice(0, MOST_ASKED)
  if (process.env.TARO_ENV !== 'weapp' || asked.length === 0) return 'not'
  const tmplIds = asked.flatMap(({ templateId }) => templateId ?? [])
  try {
    const said = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
    const answers = answersOf(asked, said)
    if (answers.length === 0) return 'not'
    know(await api.subscriptions.grant({ answers }, { key: drawKey() }))
    return answers.some(({ answer }) => answer.startsWith('accept')) ? 'granted' : 'not'
  } catch {
    return 'not'
  }
}

/** Of these, what may be asked about now: offered here, and not asked about today. At most three. */
export const askableOf = (
  wanted: readonly TemplateName[],
  known: readonly Template[],
): readonly Template[] => {
  const [days, today] = [askedDays(), dayOf(serverNow())]
  return wanted
    .flatMap((name) => known.find(({ template }) => template === name) ?? [])
    .filter(({ template, templateId }) => templateId !== null && days[template] !== today)
    .slice(0, MOST_ASKED)
}

/** Asks about these, once a day each: for the moment at which something was just done. */
export const askOnce = (askable: readonly Askable[]): Promise<'granted' | 'not'> => {
  noteAsked(askable.map(({ template }) => template))
  return askWechat(askable)
}

/** What can be asked about on this page; none outside WeChat, where nothing is fetched for it either. */
export const useAskable = (wanted: readonly TemplateName[]): readonly Template[] => {
  const inWechat = process.env.TARO_ENV === 'weapp'
  const { data } = useQuery(inWechat ? CONSENTS : undefined, fetchConsents)
  return data ? askableOf(wanted, data.templates) : []
}
