/**
 * WeChat's subscribe messages that we ask people for, as data: names are ours, and stored; which template of WeChat's console
 * each is, a deployment says (`WECHAT_TEMPLATES`). Fields in their order, with WeChat's types.
 */
import { text, type Text } from '../text'
import type { FieldType } from './fields'

export interface Template {
  /** As it is asked for. */
  readonly title: Text
  readonly fields: Readonly<Record<string, FieldType>>
}

/** The nine of the suggested list, and our own for a digest. */
export const TEMPLATES = {
  appointment: {
    title: text('预约结果', 'Result of a booking'),
    fields: { matter: 'thing', hall: 'thing', time: 'time', state: 'phrase', hint: 'thing' },
  },
  visit: {
    title: text('预约前提醒', 'Reminder of an appointment'),
    fields: { matter: 'thing', time: 'time', place: 'thing', code: 'character_string', hint: 'thing' },
  },
  call: {
    title: text('叫号提醒', 'Your turn comes'),
    fields: { ticket: 'character_string', window: 'thing', ahead: 'number', time: 'time' },
  },
  refund: {
    title: text('退税进度', 'Progress of a refund'),
    fields: { kind: 'thing', amount: 'amount', state: 'phrase', time: 'time', note: 'thing' },
  },
  correction: {
    title: text('补正通知', 'Something is missing'),
    fields: { matter: 'thing', missing: 'thing', until: 'date' },
  },
  deadline: {
    title: text('征期提醒', 'Filing deadline'),
    fields: { tax: 'thing', period: 'thing', until: 'date', daysLeft: 'number' },
  },
  policy: {
    title: text('政策推送', 'New policies'),
    fields: { title: 'thing', kind: 'phrase', from: 'date', summary: 'thing' },
  },
  prize: {
    title: text('开奖结果', 'Draws and prizes'),
    fields: { draw: 'character_string', result: 'phrase', amount: 'amount', until: 'date', hint: 'thing' },
  },
  answer: {
    title: text('答复通知', 'Answers'),
    fields: { question: 'thing', by: 'name', time: 'time' },
  },
  digest: {
    title: text('消息汇总', 'Several notices'),
    fields: { summary: 'thing', count: 'number', time: 'time' },
  },
} as const satisfies Readonly<Record<string, Template>>

export type TemplateName = keyof typeof TEMPLATES
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly TemplateName[]

/** What is stored, or configured, may be of another version. */
export const isTemplateName = (name: string): name is TemplateName => Object.hasOwn(TEMPLATES, name)

type FieldsOf<N extends TemplateName> = (typeof TEMPLATES)[N]['fields']
type DateFields<F> = { readonly [K in keyof F as F[K] extends 'date' ? K : never]: string }

/**
 * Which template tells a notice, and what stands in its fields: Chinese words with places for facts, `'{hallId}'`. A field that
 * is left out says what its type says when there is nothing, a time when the notice was told; a date has to be given.
 */
export type TemplateUse = {
  [N in TemplateName]: {
    readonly name: N
    readonly fields: Readonly<Partial<Record<keyof FieldsOf<N>, string>>> & DateFields<FieldsOf<N>>
  }
}[TemplateName]
