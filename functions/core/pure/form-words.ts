/** A form's faults and answers in words, in both languages: for screens, review and papers. */
import { monthText, yearlyDateText } from './date-text'
import type { Language } from './errors'
import type { FormProblem, ProblemCode } from './form-problems'
import { fieldsOf } from './form-values'
import { MOST, type Field, type Form, type Value } from './forms'
import { fen, yuanDisplay } from './money'
import { say, text, type Text } from './text'
import { isDay } from './time'
import { FEWEST_LETTERS, shownText } from './typed-text'

/** What a bound is, as the field is filled in. */
const boundText = (field: Field | undefined, side: 'min' | 'max'): Text => {
  if (field?.type === 'money' || field?.type === 'count' || field?.type === 'rate') {
    const bound = side === 'min' ? (field.min ?? 0) : (field.max ?? MOST[field.type])
    return { zh: shownValue(field, bound, 'zh-CN'), en: shownValue(field, bound, 'en') }
  }
  const longest = field?.type === 'text' || field?.type === 'code' ? String(field.max) : ''
  return text(longest, longest)
}

const WORDS: Readonly<Record<ProblemCode, (least: Text, most: Text) => Text>> = {
  required: () => text('请填写此项。', 'Please fill this in.'),
  short: () => text('填得太短了。', 'This is too short.'),
  long: (_, most) => text(`最多 ${most.zh} 个字。`, `At most ${most.en} characters.`),
  direction: () =>
    text(
      '含有改变文字方向的隐藏字符，请删去后重新输入。',
      'It holds hidden characters that turn the writing round. Please type it again.',
    ),
  control: () =>
    text(
      '含有换行或控制字符，请删去后重新输入。',
      'It holds line breaks or control characters. Please type it again.',
    ),
  unseen: () => text('没有看得见的文字。', 'There is nothing to be seen in it.'),
  unsaid: () =>
    text(
      `请写清楚：至少 ${FEWEST_LETTERS} 个字或数字。`,
      `Please say it in words: at least ${FEWEST_LETTERS} letters or digits.`,
    ),
  kind: () =>
    text('填写的内容与此项不符，请重新填写。', 'This is not what is asked for. Please fill it in again.'),
  least: (least) => text(`不能小于 ${least.zh}。`, `Not less than ${least.en}.`),
  most: (_, most) => text(`不能大于 ${most.zh}。`, `Not more than ${most.en}.`),
  day: () => text('请选择一个确有的日期。', 'Please choose a day that exists.'),
  month: () => text('请选择一个确有的月份。', 'Please choose a month that exists.'),
  future: () => text('不能晚于今天。', 'Not later than today.'),
  code: () => text('只能用字母、数字、“-”和“/”。', 'Only letters, digits, “-” and “/”.'),
  choice: () => text('请从给出的选项中选择。', 'Please choose one of the options.'),
  agreed: () => text('请先阅读并同意。', 'Please read this and agree to it first.'),
  unknown: () => text('表单中没有这一项。', 'The form has no such field.'),
}

/** What is wrong with a field, in plain words; never what was entered. */
export const problemText = (form: Form, { key, problem }: FormProblem): Text => {
  const field = fieldsOf(form).find((one) => one.key === key)
  return WORDS[problem](boundText(field, 'min'), boundText(field, 'max'))
}

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** Basis points as a percentage without needless zeros: 1100 → `11%`, 35 → `0.35%`. */
const percentText = (rate: number): string => {
  const size = Math.abs(rate)
  const decimals = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${rate < 0 ? '-' : ''}${grouped(Math.floor(size / 100))}${decimals && `.${decimals}`}%`
}

type NumberField = Extract<Field, { readonly type: 'money' | 'count' | 'rate' }>

const numberText = ({ type, unit }: NumberField, value: number, language: Language): string => {
  if (type === 'rate') return percentText(value)
  if (unit) return `${type === 'count' ? grouped(value) : yuanDisplay(fen(value))} ${say(unit, language)}`
  if (type === 'count') return grouped(value)
  return language === 'en' ? `CNY ${yuanDisplay(fen(value))}` : `${yuanDisplay(fen(value))} 元`
}

const YES_NO = { yes: text('是', 'Yes'), no: text('否', 'No') } as const

/** Of a value of the field's own type; `undefined` when it is of another. */
const typedText = (field: Field, value: Value, language: Language): string | undefined => {
  switch (field.type) {
    case 'money':
    case 'count':
    case 'rate':
      return Number.isSafeInteger(value) ? numberText(field, Number(value), language) : undefined
    case 'day':
      return typeof value === 'string' && isDay(value) ? yearlyDateText(value, language) : undefined
    case 'month':
      return typeof value === 'string' && isDay(`${value}-01`) ? monthText(value, language) : undefined
    case 'yesNo':
      return typeof value === 'boolean' ? say(value ? YES_NO.yes : YES_NO.no, language) : undefined
    case 'choice': {
      const choice = field.choices.find((one) => one.value === value)
      return choice && say(choice.label, language)
    }
    case 'text':
    case 'code':
      return undefined
  }
}

/** Shown for what was not answered. */
const NOTHING = '—'

/** An answer as it is read on review screens and on papers; what does not fit its field is shown as it stands. */
export const shownValue = (field: Field, value: Value | undefined, language: Language): string => {
  if (value === undefined) return NOTHING
  return typedText(field, value, language) ?? (shownText(String(value)).trim() || NOTHING)
}
