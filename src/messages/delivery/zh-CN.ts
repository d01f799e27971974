/** What notices are about, and by what they come, zh-CN. */
export const texts = {
  'topic.appointments': '预约办税',
  'topic.refunds': '退税',
  'topic.lottery': '发票摇奖',
  'topic.deadlines': '申报征期',
  'topic.policies': '税费政策',
  'topic.community': '互助问答',
  'topic.account': '账户与安全',
  'channel.inbox': '站内消息',
  'channel.wechat': '微信消息',
  'channel.sms': '手机短信',
  'channel.email': '电子邮件',
  'remind.ask': '有进展时用微信告诉我',
  'remind.done': '好的，有进展时会用微信告诉您一次。',
} as const
