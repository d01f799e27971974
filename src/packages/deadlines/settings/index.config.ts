export default definePageConfig({ navigationBarTitleText: '纳税人、提醒和日历' })
