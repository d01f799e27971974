/** What `deadlines` tells people. Codes of taxes, a day, and how many days are left: never whose they are. */
import { declareNotices } from '../../core/pure/notices'
import { text } from '../../core/pure/text'

const sending = (daysLeft: string) =>
  ({
    body: text(
      '{taxes}，截止{day}。已经申报的，标记“已申报”后不再提醒。',
      '{taxes}: due {day}. If it is filed already, mark it as filed and you hear no more of it.',
    ),
    page: 'deadlines',
    topic: 'deadlines',
    delivery: 'atLeastOnce',
    template: {
      name: 'deadline',
      fields: { tax: '{taxes}', period: '见详情', until: '{day}', daysLeft },
    },
  }) as const

export const notices = declareNotices('deadlines', {
  soon: { title: text('还有{left}天截止申报', 'Filing is due in {left} days'), ...sending('{left}') },
  tomorrow: { title: text('明天截止申报', 'Filing is due tomorrow'), ...sending('1') },
  today: { title: text('今天截止申报', 'Filing is due today'), ...sending('0') },
})
