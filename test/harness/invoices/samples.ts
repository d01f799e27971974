/** Texts of invoice codes as they were published, and what is known of their check digits. */
import type { CrcVariant } from '../../../functions/invoices/rules/crc16'

export interface Sample {
  readonly text: string
  readonly variant: CrcVariant
  readonly comma: boolean
}

const sample = (text: string, variant: CrcVariant, comma: boolean): Sample => ({ text, variant, comma })

/** The rule: with the comma where there is no check code, without it where there is one. */
export const regular: readonly Sample[] = [
  sample('01,32,,26427000000375586818,10.70,20260430,,FAFB', 'umts', true),
  sample('01,31,,26442000004359167806,1705400.00,20260421,,8EEF', 'umts', true),
  sample('01,10,011001700112,10113872,32,20180224,17602940807063740560,0819', 'umts', false),
  sample('01,01,4400203130,32033889,66810.35,20210402,,103C', 'umts', true),
  sample('01,10,050003523456,29342181,104.72,20180613,02418567008427471889,1774', 'umts', false),
  sample('01,01,1200154130,03630024,94339.62,20160621,,9335', 'umts', true),
  sample('01,32,,26447000001243494438,285.92,20260619,,300A', 'umts', true),
  sample('01,32,,25442000000069606292,140.74,20250208,,A6A1', 'umts', true),
  sample('01,32,,24312000000136634917,0.01,20240514,,1DD6', 'umts', true),
  sample('01,32,,26327000001034015576,300.00,20260717,,f8be', 'umts', true),
]

/** One real invoice each that breaks it. */
export const irregular: readonly Sample[] = [
  sample('01,04,4200161350,00015045,165106.00,20160501,48114255542168294433,DBFE', 'umts', true),
  sample('01,32,,26317200000008021556,16.40,20260908,,b017', 'arc', true),
  sample('01,51,,26339132621000219582,56.00,20260423,,219a', 'modbus', true),
]

/** Published as well, and of no variant that is known. */
export const unmatched: readonly string[] = [
  '01,32,,26427000000316294884,100.76,20260330,,5F98',
  '01,32,,26337906210400590013,10.01,20260422,,349F',
  '01,31,,24117000000123133001,476.6,20260131,,7001',
  '01,10,011001600111,14219190,199.00,20161124,38082233145134495761,7B18',
]
