/** Currencies of exports: the yuan, and those whose rate to it is published each working day. ISO 4217. */
import { text, type Text } from '../../../core/pure/text'

export const YUAN = 'CNY'

export interface Currency {
  readonly code: string
  readonly name: Text
}

export const currencies: readonly Currency[] = [
  { code: YUAN, name: text('人民币', 'Chinese yuan') },
  { code: 'USD', name: text('美元', 'US dollar') },
  { code: 'EUR', name: text('欧元', 'Euro') },
  { code: 'JPY', name: text('日元', 'Japanese yen') },
  { code: 'HKD', name: text('港元', 'Hong Kong dollar') },
  { code: 'GBP', name: text('英镑', 'Pound sterling') },
  { code: 'AUD', name: text('澳大利亚元', 'Australian dollar') },
  { code: 'NZD', name: text('新西兰元', 'New Zealand dollar') },
  { code: 'SGD', name: text('新加坡元', 'Singapore dollar') },
  { code: 'CHF', name: text('瑞士法郎', 'Swiss franc') },
  { code: 'CAD', name: text('加拿大元', 'Canadian dollar') },
  { code: 'MOP', name: text('澳门元', 'Macao pataca') },
  { code: 'MYR', name: text('马来西亚林吉特', 'Malaysian ringgit') },
  { code: 'RUB', name: text('俄罗斯卢布', 'Russian rouble') },
  { code: 'ZAR', name: text('南非兰特', 'South African rand') },
  { code: 'KRW', name: text('韩元', 'South Korean won') },
  { code: 'AED', name: text('阿联酋迪拉姆', 'UAE dirham') },
  { code: 'SAR', name: text('沙特里亚尔', 'Saudi riyal') },
  { code: 'HUF', name: text('匈牙利福林', 'Hungarian forint') },
  { code: 'PLN', name: text('波兰兹罗提', 'Polish zloty') },
  { code: 'DKK', name: text('丹麦克朗', 'Danish krone') },
  { code: 'SEK', name: text('瑞典克朗', 'Swedish krona') },
  { code: 'NOK', name: text('挪威克朗', 'Norwegian krone') },
  { code: 'TRY', name: text('土耳其里拉', 'Turkish lira') },
  { code: 'MXN', name: text('墨西哥比索', 'Mexican peso') },
  { code: 'THB', name: text('泰铢', 'Thai baht') },
]
