/** What the rules of income-tax settlement stand on, named once. */
import { text, type Text } from '../../../core/pure/text'

const law = (zh: string, en: string): Text =>
  text(`《中华人民共和国个人所得税法》第${zh}条`, `Individual Income Tax Law, article ${en}`)

const announcement = (issuer: readonly [zh: string, en: string], year: number, number: number): Text =>
  text(`${issuer[0]}公告${year}年第${number}号`, `${issuer[1]} announcement ${year} no. ${number}`)

const ministry = ['财政部 税务总局', 'Ministry of Finance and State Taxation Administration'] as const
const administration = ['国家税务总局', 'State Taxation Administration'] as const

/** Rates of comprehensive income. */
export const rateTable = text(
  '《中华人民共和国个人所得税法》第三条及税率表一',
  'Individual Income Tax Law, article 3 and its first table',
)
/** What is income, what is taken off: recognition, 60 000, deductions, donations. */
export const incomeTaxLaw6 = law('六', '6')
/** Reductions for the disabled, the lonely old and the families of martyrs. */
export const incomeTaxLaw5 = law('五', '5')
/** Who files, and until when. */
export const incomeTaxLaw10 = law('十', '10')
export const incomeTaxLaw11 = law('十一', '11')

/** 个人所得税扣缴申报管理办法（试行）. */
export const withholdingRules = announcement(administration, 2018, 61)
/** Those who work through internet platforms are withheld from cumulatively. */
export const platformRules = announcement(administration, 2025, 16)

export const bonus2018 = text('财税〔2018〕164号', 'Cai Shui [2018] no. 164')
export const bonus2021 = announcement(ministry, 2021, 42)
export const bonus2023 = announcement(ministry, 2023, 30)

/** 个人所得税专项附加扣除暂行办法. */
export const additional2018 = text('国发〔2018〕41号', 'Guo Fa [2018] no. 41')
export const additional2022 = text('国发〔2022〕8号', 'Guo Fa [2022] no. 8')
export const additional2023 = text('国发〔2023〕13号', 'Guo Fa [2023] no. 13')

export const annuityRules = text('财税〔2013〕103号', 'Cai Shui [2013] no. 103')
export const healthInsuranceRules = text('财税〔2017〕39号', 'Cai Shui [2017] no. 39')
export const pension2022 = announcement(ministry, 2022, 34)
export const pension2024 = announcement(ministry, 2024, 21)
export const donationRules = announcement(ministry, 2019, 99)

export const exemption2019 = announcement(ministry, 2019, 94)
/** How the settlement of 2023 was handled; read in full. */
export const settlement2023 = announcement(administration, 2024, 2)
/** 个人所得税综合所得汇算清缴管理办法. */
export const settlementRules = text(
  '国家税务总局令第57号（个人所得税综合所得汇算清缴管理办法）',
  'State Taxation Administration order no. 57 (settlement of individual income tax)',
)
export const settlement2025 = text(
  '2025年度个人所得税综合所得汇算清缴公告',
  'Announcement on the settlement of individual income tax for 2025',
)
