/**
 * WeChat's types of template fields and what each takes. A message with one empty or overlong field is refused whole (47003): so
 * each is cut by what a reader sees as one character, and says something where there is nothing. The limits are [BG]: copies of
 * WeChat's table, no dated one was found; kept as data.
 */
import { isControl, isSeen, turnsDirection } from '../characters'
import { graphemes } from '../graphemes'

export type FieldType =
  'thing' | 'phrase' | 'character_string' | 'number' | 'amount' | 'date' | 'time' | 'name' | 'phone_number'

export interface FieldLimit {
  /** In JavaScript's units, the longest way to count: a picture of two counts as two. */
  readonly most: number
  /** What it takes of a text: whole pieces that match. */
  readonly takes: RegExp
  /** Where nothing is left; null: nothing could stand for it, and the field is left out of messages. */
  readonly otherwise: string | null
}

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/
const DATED = /^[0-9年月日~: -]$/

export const FIELD_LIMITS: Readonly<Record<FieldType, FieldLimit>> = {
  /** 20 个以内字符，可汉字、数字、字母或符号组合. */
  thing: { most: 20, takes: /^[\s\S]+$/, otherwise: '见详情' },
  /** 5 个以内纯汉字. */
  phrase: { most: 5, takes: new RegExp(`^${HAN.source}$`), otherwise: '已更新' },
  /** 32 位以内数字、字母或符号组合; no Chinese. */
  character_string: { most: 32, takes: /^[\x21-\x7e]$/, otherwise: '-' },
  /** 32 位以内数字，可带小数. */
  number: { most: 32, takes: /^[0-9.]$/, otherwise: '0' },
  /** 1 个币种符号 + 10 位以内纯数字，可带小数，结尾可带“元”. Cut, it would be another amount. */
  amount: { most: 12, takes: /^[0-9.¥元]$/, otherwise: null },
  /** 年月日，可带时间，可为起止. */
  date: { most: 32, takes: DATED, otherwise: null },
  /** 24 小时制时间，可带年月日，可为起止. */
  time: { most: 32, takes: DATED, otherwise: null },
  /** 10 个以内纯汉字，或 20 个以内纯字母或符号; a mixed one counts as Chinese. */
  name: { most: 10, takes: /^[^\d\s]+$/, otherwise: '税务人员' },
  /** 17 位以内数字、符号. */
  phone_number: { most: 17, takes: /^[0-9+()-]$/, otherwise: '12366' },
}

/** Fields whose text would say something else if it were cut. */
const WHOLE: ReadonlySet<FieldType> = new Set(['amount', 'date', 'time', 'number', 'phone_number'])

/**
 * Numbers of identity cards, taxpayers and bank accounts never go out, whoever put them there: what has more than eleven digits in
 * a row is told by its end.
 */
const LONG_NUMBER = /[0-9A-Z]*\d{8,}[0-9A-Z]*(?=[0-9A-Z]{4})/g

const hidden = (words: string): string => words.replace(LONG_NUMBER, '*')

const cut = (pieces: readonly string[], most: number): string => {
  let kept = ''
  for (const piece of pieces) {
    if (kept.length + piece.length > most) break
    kept += piece
  }
  return kept
}

const roomOf = (type: FieldType, words: string): number => {
  const { most } = FIELD_LIMITS[type]
  return type === 'name' && !HAN.test(words) ? 2 * most : most
}

const isShown = (piece: string): boolean =>
  ![...piece].some((character) => isControl(character) || turnsDirection(character))

/**
 * What a field of this type says of a text. Dates and times are given in their own notation (`fieldDate`, `fieldTime`).
 * @returns undefined where nothing is left that could stand for it
 */
export const fitField = (type: FieldType, words: string): string | undefined => {
  const { takes, otherwise } = FIELD_LIMITS[type]
  const pieces = graphemes(hidden(words.replace(/\s+/g, ' ').trim())).filter(
    (piece) => takes.test(piece) && isShown(piece),
  )
  const whole = pieces.join('')
  const room = roomOf(type, whole)
  let kept = whole
  if (whole.length > room) {
    if (WHOLE.has(type)) return otherwise ?? undefined
    // what was cut says so, where the field takes the mark
    kept = type === 'thing' ? `${cut(pieces, room - 1)}…` : cut(pieces, room)
  }
  return [...kept].some(isSeen) ? kept.trim() : (otherwise ?? undefined)
}
