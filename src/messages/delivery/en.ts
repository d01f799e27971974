/** What notices are about, and by what they come, en. */
export const texts = {
  'topic.appointments': 'Appointments',
  'topic.refunds': 'Refunds',
  'topic.lottery': 'Invoice lottery',
  'topic.deadlines': 'Filing deadlines',
  'topic.policies': 'Tax policies',
  'topic.community': 'Questions and answers',
  'topic.account': 'Account and security',
  'channel.inbox': 'In the app',
  'channel.wechat': 'WeChat message',
  'channel.sms': 'Text message',
  'channel.email': 'E-mail',
  'remind.ask': 'Tell me by WeChat how it goes on',
  'remind.done': 'You will be told by WeChat once when there is news.',
} as const
