/**
 * The QR code from which a seller reads an invoice title (便捷开票二维码): `$01`, base64 of UTF-8, `$`. Inside stand name, tax
 * number, address|phone, bank|account, each closed by `</>`, and a CRC over the GBK bytes of them.
 */
import { base64Bytes, base64Text } from '../../core/pure/base64'
import { utf8Bytes, utf8Text } from '../../core/pure/utf8'
import { titleQrVersions, type TitleQrVersion } from '../data/title'
import { crc16, crcText } from './crc16'
import {
  END,
  fault,
  JOINT,
  LONG,
  tidyTitle,
  titleFaults,
  type Gbk,
  type InvoiceTitle,
  type TitleFault,
} from './title-fields'

const contentOf = ({ name, taxNumber, address, phone, bank, account }: InvoiceTitle): string =>
  [name, taxNumber, `${address}${JOINT}${phone}`, `${bank}${JOINT}${account}`]
    .map((field) => `${field}${END}`)
    .join('')

export type WrittenTitle =
  | {
      readonly ok: true
      readonly text: string
      /** The least of the standard's versions that holds it. */
      readonly qr: TitleQrVersion
    }
  | { readonly ok: false; readonly faults: readonly TitleFault[] }

/**
 * The text of a title's QR code, or everything that stands in its way.
 * @example writeTitle(title, { gbk: gbkBytes }) // { ok: true, text: '$015YyX…$', qr: { version: 12, … } }
 */
export const writeTitle = (typed: InvoiceTitle, { gbk }: { readonly gbk: Gbk }): WrittenTitle => {
  const title = tidyTitle(typed)
  const faults = titleFaults(title, { gbk })
  const content = contentOf(title)
  const bytes = gbk(content)
  if (faults.length > 0 || !bytes) return { ok: false, faults }
  const written = `$01${base64Text(utf8Bytes(content + crcText(crc16('umts', bytes))))}$`
  const qr = titleQrVersions.find((version) => written.length <= version.bytes)
  return qr ? { ok: true, text: written, qr } : { ok: false, faults: fault('name', 'long', LONG) }
}

export type TitleReading =
  | {
      readonly ok: true
      readonly title: InvoiceTitle
      /** `notChecked`: there is no GBK here, or it does not fit and the fields are to be looked over. */
      readonly crc: 'ok' | 'notChecked'
    }
  | {
      readonly ok: false
      /** `base64`, `utf8`: not to be read. `fields`: something else stands in it. */
      readonly problem: 'frame' | 'base64' | 'utf8' | 'fields'
    }

/** `address|phone`, also where nothing stands between. */
const split = (field: string): readonly [string, string] => {
  const at = field.indexOf(JOINT)
  return at < 0 ? [field, ''] : [field.slice(0, at), field.slice(at + 1)]
}

/** Some writers leave out leading zeros of the CRC. */
const CRC = /^[0-9A-Fa-f]{1,4}$/
const FIELD_COUNT = 4

const fits = (content: string, given: string, gbk: Gbk | undefined): boolean => {
  const bytes = gbk?.(content)
  return bytes !== undefined && crc16('umts', bytes) === parseInt(given, 16)
}

/** Reads the text of a title's QR code; spaces and line ends inside do not matter. */
export const readTitle = (scanned: string, { gbk }: { readonly gbk?: Gbk } = {}): TitleReading => {
  const frame = /^\$01([^$]+)\$?$/.exec(scanned.replace(/\s/g, ''))
  if (!frame) return { ok: false, problem: 'frame' }
  const bytes = base64Bytes(frame[1] ?? '')
  if (!bytes) return { ok: false, problem: 'base64' }
  const inside = utf8Text(bytes)
  if (inside === undefined) return { ok: false, problem: 'utf8' }
  const parts = inside.split(END)
  const [name = '', taxNumber = '', place = '', banking = '', crc = ''] = parts
  if (parts.length !== FIELD_COUNT + 1 || name.trim() === '' || !CRC.test(crc)) {
    return { ok: false, problem: 'fields' }
  }
  const [address, phone] = split(place)
  const [bank, account] = split(banking)
  const content = inside.slice(0, inside.lastIndexOf(END) + END.length)
  return {
    ok: true,
    title: tidyTitle({ name, taxNumber, address, phone, bank, account }),
    crc: fits(content, crc, gbk) ? 'ok' : 'notChecked',
  }
}
