/** Invoice titles as they are kept, and every fault that would keep one out of a code. */
import { creditCodeFits, normaliseNumber } from '../../core/pure/check-digits'
import { text, type Text } from '../../core/pure/text'
import { textProblem, tidyText } from '../../core/pure/typed-text'
import { TAX_NUMBER, TITLE_LIMIT } from '../data/title'

/** Whom an invoice is made out to. A person's has a name alone; what is not known is ''. */
export interface InvoiceTitle {
  readonly name: string
  readonly taxNumber: string
  readonly address: string
  readonly phone: string
  readonly bank: string
  readonly account: string
}

export type TitleField = keyof InvoiceTitle

/**
 * GBK bytes of a text; `undefined` when a character has no place there. The mini-program has none: there titles are read
 * without their CRC, and the server writes them (`core/io/gbk`).
 */
export type Gbk = (text: string) => Uint8Array | undefined

const FIELDS: readonly TitleField[] = ['name', 'taxNumber', 'address', 'phone', 'bank', 'account']
/** Closes each field of a code, and stands between the two that share one. */
export const [END, JOINT] = ['</>', '|'] as const

export type TitleProblem = 'required' | 'long' | 'taxNumber' | 'separator' | 'unreadable' | 'rare'

export interface TitleFault {
  readonly field: TitleField
  readonly problem: TitleProblem
  readonly words: Text
}

/** As typed, in the one way it is kept. */
export const tidyTitle = (title: InvoiceTitle): InvoiceTitle => ({
  name: tidyText(title.name),
  taxNumber: normaliseNumber(title.taxNumber),
  address: tidyText(title.address),
  phone: tidyText(title.phone),
  bank: tidyText(title.bank),
  account: tidyText(title.account),
})

/** As the standard counts: two for whatever is no ASCII. */
const widthOf = (value: string): number =>
  [...value].reduce((width, character) => width + (character < '\x80' ? 1 : 2), 0)

export const fault = (field: TitleField, problem: TitleProblem, words: Text): readonly TitleFault[] => [
  { field, problem, words },
]

const HALF = TITLE_LIMIT / 2
export const LONG = text(
  `最多 ${TITLE_LIMIT} 个字符，一个汉字算两个（${HALF} 个汉字）`,
  `At most ${TITLE_LIMIT} characters, where a Chinese character counts as two`,
)
const LONG_TOGETHER = text(
  `与上一项合计最多 ${TITLE_LIMIT} 个字符，一个汉字算两个`,
  `At most ${TITLE_LIMIT} characters together with the field before it, where a Chinese character counts as two`,
)

/** The characters of a text that GBK does not have, each once. */
const rareIn = (value: string, gbk: Gbk): readonly string[] => [
  ...new Set([...value].filter((character) => gbk(character) === undefined)),
]

const writtenFaults = (field: TitleField, value: string, gbk: Gbk | undefined): readonly TitleFault[] => {
  if (textProblem(value) !== undefined) {
    return fault(
      field,
      'unreadable',
      text('含有看不见或无法使用的字符', 'It has characters that cannot be used'),
    )
  }
  if (value.includes(END) || value.includes(JOINT)) {
    return fault(field, 'separator', text('不能含有 “</>” 或 “|”', 'It cannot contain “</>” or “|”'))
  }
  const rare = gbk ? rareIn(value, gbk) : []
  if (rare.length === 0) return []
  return fault(
    field,
    'rare',
    text(
      `“${rare.join('')}” 是生僻字，二维码无法写入，请改用通行写法`,
      `“${rare.join('')}” cannot be written into the code; use the usual form of the character`,
    ),
  )
}

/** Each pair shares one field of the code, its `|` included. */
const pairFaults = (
  [first, second]: readonly [TitleField, TitleField],
  title: InvoiceTitle,
): readonly TitleFault[] =>
  widthOf(title[first]) + widthOf(title[second]) + JOINT.length > TITLE_LIMIT
    ? fault(title[second] === '' ? first : second, 'long', title[second] === '' ? LONG : LONG_TOGETHER)
    : []

const taxNumberFaults = (taxNumber: string): readonly TitleFault[] =>
  taxNumber === '' || TAX_NUMBER.test(taxNumber)
    ? []
    : fault(
        'taxNumber',
        'taxNumber',
        text('税号为 15 至 20 位数字或字母', 'A tax number has 15 to 20 digits or letters'),
      )

/** Every fault of a tidied title, so that none of them could stand in a code. Rare characters are looked for where there is a GBK. */
export const titleFaults = (
  title: InvoiceTitle,
  { gbk }: { readonly gbk?: Gbk } = {},
): readonly TitleFault[] => [
  ...(title.name === '' ? fault('name', 'required', text('请填写名称', 'Enter the name')) : []),
  ...(widthOf(title.name) > TITLE_LIMIT ? fault('name', 'long', LONG) : []),
  ...taxNumberFaults(title.taxNumber),
  ...pairFaults(['address', 'phone'], title),
  ...pairFaults(['bank', 'account'], title),
  ...FIELDS.flatMap((field) => writtenFaults(field, title[field], gbk)),
]

/** Should whoever typed it look again? Eighteen characters whose check digit does not fit; such numbers exist, so it stops nothing. */
export const taxNumberWarns = (taxNumber: string): boolean =>
  taxNumber.length === 18 && !creditCodeFits(taxNumber)
