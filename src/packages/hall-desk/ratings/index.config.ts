export default definePageConfig({ navigationBarTitleText: '办理评价' })
