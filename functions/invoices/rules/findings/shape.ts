/** Is it written as its kind is: check digits, kind, code, number, check code. */
import type { Finding } from '../../../core/pure/law'
import { text, type Text } from '../../../core/pure/text'
import * as law from '../../data/conditions'
import type { InvoiceKind } from '../../data/kinds'
import type { CrcResult } from '../crc16'
import { isDigital, type InvoiceEntry } from '../invoice'
import { judge, quoted } from './judge'

/** None for what was typed. */
export const crcFinding = (crc: CrcResult | undefined): readonly Finding[] => {
  if (!crc) return []
  const ok = crc.result === 'ok'
  return [
    judge(
      law.crcFits,
      ok,
      ok
        ? text('读取无误', 'Read right')
        : text('未能核对，请再扫一次或对照票面', 'Not checked: scan again, or compare with the invoice'),
    ),
  ]
}

export const kindFinding = (kind: string, known: InvoiceKind | undefined): Finding => {
  if (!known) {
    const found = text(`种类代码 ${quoted(kind)}，按原样显示`, `Kind ${quoted(kind)}, shown as it stands`)
    return judge(law.kindKnown, false, found)
  }
  return { ...judge(law.kindKnown, true, known.name), unconfirmed: known.unconfirmed }
}

const lengthsOf = (lengths: readonly number[]): Text => {
  const some = lengths.filter((length) => length > 0)
  if (some.length === 0) return text('应为空', 'should be empty')
  const none = lengths.includes(0)
  return text(
    `应为 ${some.join(' 或 ')} 位数字${none ? '或空' : ''}`,
    `should have ${some.join(' or ')} digits${none ? ' or be empty' : ''}`,
  )
}

/** Digits, as many as these: is it so, and in words. */
const digitsFinding = (condition: law.Condition, value: string, lengths: readonly number[]): Finding => {
  if (!/^\d*$/.test(value)) {
    const found = text(`${quoted(value)} 含有数字以外的字符`, `${quoted(value)} has more than digits`)
    return judge(condition, false, found)
  }
  if (lengths.includes(value.length)) {
    return judge(
      condition,
      true,
      value === ''
        ? text('没有，符合种类', 'None, as its kind has it')
        : text(`${value.length} 位`, `${value.length} digits`),
    )
  }
  const wanted = lengthsOf(lengths)
  const found =
    value === ''
      ? text(`没有，${wanted.zh}`, `None; it ${wanted.en}`)
      : text(`${value.length} 位，${wanted.zh}`, `${value.length} digits; it ${wanted.en}`)
  return judge(condition, false, found)
}

const CODE_LENGTHS: Readonly<Record<'digital' | 'printed', readonly number[]>> = {
  digital: [0, 10, 12],
  printed: [10, 12],
}

const CHECK_CODE_LENGTHS: Readonly<Record<InvoiceKind['checkCode'], readonly number[]>> = {
  always: [6, 20],
  never: [0],
  some: [0, 6, 20],
}

/** A code, a number and a check code as the kind has them; of a kind that is not known, as any kind has them. */
export const shapeFindings = (
  { code, number, checkCode }: InvoiceEntry,
  known: InvoiceKind | undefined,
): readonly Finding[] => {
  const lengths = known?.codeLengths ?? CODE_LENGTHS[isDigital(number) ? 'digital' : 'printed']
  return [
    digitsFinding(law.codeFits, code, lengths),
    digitsFinding(law.numberFits, number, known?.numberLengths ?? [8, 20]),
    digitsFinding(law.checkCodeFits, checkCode, CHECK_CODE_LENGTHS[known?.checkCode ?? 'some']),
  ]
}
