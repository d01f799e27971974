/** What is wrong with a field, in plain words; never what was entered. */
import type { Language } from '../../pure/errors'

type Words = Readonly<Record<Language, string>>

const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en })

export const issueWords = {
  required: words('请填写此项。', 'Please fill this in.'),
  string: words('应为文字。', 'This should be text.'),
  number: words('应为数字。', 'This should be a number.'),
  int: words('应为整数。', 'This should be a whole number.'),
  boolean: words('应为“是”或“否”。', 'This should be yes or no.'),
  array: words('应为一组内容。', 'This should be a list.'),
  object: words('这一部分的格式不对。', 'This part does not have the right shape.'),
  day: words(
    '日期应写作 2026-11-24 的样式，且确有这一天。',
    'A day is written like 2026-11-24, and must exist.',
  ),
  code: words('编码有误，请对照核对。', 'This code has a slip in it. Please compare it again.'),
  format: words('格式不正确。', 'The format is not right.'),
  direction: words(
    '含有改变文字方向的隐藏字符，请删去后重新输入。',
    'It holds hidden characters that turn the writing round. Please type it again.',
  ),
  control: words(
    '含有换行或控制字符，请删去后重新输入。',
    'It holds line breaks or control characters. Please type it again.',
  ),
  unseen: words('没有看得见的文字。', 'There is nothing to be seen in it.'),
  unsaid: words('请写清楚：至少两个字或数字。', 'Please say it in words: at least two letters or digits.'),
  duty: words('这个角色不能担任此职责。', 'This role cannot hold that duty.'),
  choice: words('请从给出的选项中选择。', 'Please choose one of the options.'),
  unknownKeys: words('含有不认识的内容。', 'There is something here that is not expected.'),
  multiple: words('数值不在允许的刻度上。', 'The number is not one of the allowed steps.'),
  other: words('这一项不符合要求。', 'This is not accepted.'),
} as const satisfies Record<string, Words>

export type IssueWord = keyof typeof issueWords

type Measure = 'text' | 'list' | 'number'

const bounds: Readonly<Record<'tooSmall' | 'tooBig', Readonly<Record<Measure, (limit: string) => Words>>>> = {
  tooSmall: {
    text: (limit) => words(`至少 ${limit} 个字。`, `At least ${limit} characters.`),
    list: (limit) => words(`至少 ${limit} 项。`, `At least ${limit} items.`),
    number: (limit) => words(`不能小于 ${limit}。`, `Not less than ${limit}.`),
  },
  tooBig: {
    text: (limit) => words(`最多 ${limit} 个字。`, `At most ${limit} characters.`),
    list: (limit) => words(`最多 ${limit} 项。`, `At most ${limit} items.`),
    number: (limit) => words(`不能大于 ${limit}。`, `Not more than ${limit}.`),
  },
}

/** @param origin what zod measured: `string`, `array`, `set`, else a number */
export const boundMessage = (
  side: 'tooSmall' | 'tooBig',
  origin: string,
  limit: string,
  language: Language,
): string => {
  const measure: Measure =
    origin === 'string' ? 'text' : origin === 'array' || origin === 'set' ? 'list' : 'number'
  return bounds[side][measure](limit)[language]
}
