/** What rules of campaigns stand on, named once. */
import { text, type Text } from '../../core/pure/text'

/** Ministry of Finance, Ministry of Commerce, State Taxation Administration, end of 2025. */
export const pilotNotice = text(
  '财政部、商务部、税务总局关于开展有奖发票试点的通知（2025年12月）',
  'Notice of the Ministries of Finance and of Commerce and the State Taxation Administration on the invoice lottery pilot (Dec 2025)',
)

export const lotteryTax = text(
  '财税〔2007〕34号；财政部 税务总局公告2018年第177号（继续有效）',
  'Caishui [2007] No. 34; kept in force by MOF and STA announcement No. 177 of 2018',
)

export const adultLaw = text(
  '《中华人民共和国民法典》第十七条、第二百零二条',
  'Civil Code of the People’s Republic of China, articles 17 and 202',
)

export const ours = text('本平台默认设置', 'A default of this service')

/** An announcement read in copies of the press. */
export const announced = (zh: string, en: string): Text =>
  text(`${zh}有奖发票活动公告（2026年）`, `Announcement of the invoice lottery of ${en} (2026)`)

/** No text was found: the figure only shows how such a rule works. */
export const assumed = (zh: string, en: string): Text =>
  text(
    `${zh}公告中未见此项，为示例数值，以主办单位最新公告为准`,
    `Not found in the announcement of ${en}: an example only, the organiser’s latest announcement stands`,
  )
