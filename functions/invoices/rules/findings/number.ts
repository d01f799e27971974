/** What the number says beside being one: year, channel and region of issue. */
import type { Finding } from '../../../core/pure/law'
import { text } from '../../../core/pure/text'
import { isDay } from '../../../core/pure/time'
import * as law from '../../data/conditions'
import { channels } from '../../data/regions'
import { isDigital, type InvoiceEntry } from '../invoice'
import { regionOf } from '../region'
import { judge } from './judge'

export const regionFinding = (entry: InvoiceEntry): readonly Finding[] => {
  if (!isDigital(entry.number) && !/^(\d{10}|\d{12})$/.test(entry.code)) return []
  const region = regionOf(entry)
  if (region) return [{ ...judge(law.regionKnown, true, region.name), unconfirmed: region.unconfirmed }]
  return [
    judge(
      law.regionKnown,
      false,
      text('地区代码不在已知范围', 'Its digits of the region are not known here'),
    ),
  ]
}

const channelFinding = (digit: string): Finding => {
  const channel = channels.find((one) => one.digit === digit)
  return judge(
    law.channelKnown,
    channel !== undefined,
    channel
      ? text(`通过${channel.name.zh}开具`, `Issued through ${channel.name.en}`)
      : text(`第五位是 ${digit}，尚未见过`, `The fifth digit is ${digit}, which was not seen before`),
  )
}

/** What the twenty digits say; nothing of another number. */
export const numberFindings = ({ number, issuedOn }: InvoiceEntry): readonly Finding[] => {
  if (!isDigital(number)) return []
  const [year, issued] = [number.slice(0, 2), issuedOn.slice(2, 4)]
  const found = text(
    `号码为 20${year} 年，开票为 20${issued} 年`,
    `The number says 20${year}, the date 20${issued}`,
  )
  return [
    ...(isDay(issuedOn) ? [judge(law.yearFits, year === issued, found)] : []),
    channelFinding(number.charAt(4)),
  ]
}
