/**
 * Regions of invoice numbers: digits 3 and 4 of a digital invoice are those of the tax authority that its issuer belongs to. For the 31
 * provinces they are the first two of the division code (GB/T 2260); the five cities under separate planning have their own,
 * of which Shenzhen's alone was seen on an invoice with its issuer.
 */
import { text, type Text } from '../../core/pure/text'

export interface Region {
  /** `44`, `95` */
  readonly code: string
  readonly name: Text
  /** Division code, GB/T 2260: `440000`, `440300`. */
  readonly division: string
  readonly unconfirmed: boolean
}

const province = (code: string, zh: string, en: string): Region => ({
  code,
  name: text(zh, en),
  division: `${code}0000`,
  unconfirmed: false,
})

const provinces: readonly Region[] = [
  province('11', '北京', 'Beijing'),
  province('12', '天津', 'Tianjin'),
  province('13', '河北', 'Hebei'),
  province('14', '山西', 'Shanxi'),
  province('15', '内蒙古', 'Inner Mongolia'),
  province('21', '辽宁', 'Liaoning'),
  province('22', '吉林', 'Jilin'),
  province('23', '黑龙江', 'Heilongjiang'),
  province('31', '上海', 'Shanghai'),
  province('32', '江苏', 'Jiangsu'),
  province('33', '浙江', 'Zhejiang'),
  province('34', '安徽', 'Anhui'),
  province('35', '福建', 'Fujian'),
  province('36', '江西', 'Jiangxi'),
  province('37', '山东', 'Shandong'),
  province('41', '河南', 'Henan'),
  province('42', '湖北', 'Hubei'),
  province('43', '湖南', 'Hunan'),
  province('44', '广东', 'Guangdong'),
  province('45', '广西', 'Guangxi'),
  province('46', '海南', 'Hainan'),
  province('50', '重庆', 'Chongqing'),
  province('51', '四川', 'Sichuan'),
  province('52', '贵州', 'Guizhou'),
  province('53', '云南', 'Yunnan'),
  province('54', '西藏', 'Tibet'),
  province('61', '陕西', 'Shaanxi'),
  province('62', '甘肃', 'Gansu'),
  province('63', '青海', 'Qinghai'),
  province('64', '宁夏', 'Ningxia'),
  province('65', '新疆', 'Xinjiang'),
]

/** 计划单列市 */
const planCities: readonly Region[] = [
  { code: '91', name: text('大连', 'Dalian'), division: '210200', unconfirmed: true },
  { code: '92', name: text('宁波', 'Ningbo'), division: '330200', unconfirmed: true },
  { code: '93', name: text('厦门', 'Xiamen'), division: '350200', unconfirmed: true },
  { code: '94', name: text('青岛', 'Qingdao'), division: '370200', unconfirmed: true },
  { code: '95', name: text('深圳', 'Shenzhen'), division: '440300', unconfirmed: false },
]

export const regions: readonly Region[] = [...provinces, ...planCities]

/** By the two digits of a digital invoice's number. */
export const regionByCode: ReadonlyMap<string, Region> = new Map(regions.map((one) => [one.code, one]))

/** By the four digits of an old invoice's code: a city under separate planning, or a province's `4400`. */
export const regionByDivision: ReadonlyMap<string, Region> = new Map(
  regions.map((one) => [one.division.slice(0, 4), one]),
)

export interface Channel {
  /** Digit 5 of a digital invoice's number. */
  readonly digit: string
  readonly name: Text
}

/** No list is published: these were seen on invoices, so another one is told and never refused. */
export const channels: readonly Channel[] = [
  { digit: '2', name: text('电子发票服务平台', 'the e-invoice service platform') },
  { digit: '7', name: text('乐企', 'a direct link of the enterprise (Leqi)') },
  { digit: '8', name: text('航空客票', 'air tickets') },
  { digit: '9', name: text('铁路客票', 'rail tickets') },
]
