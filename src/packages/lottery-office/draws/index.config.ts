export default definePageConfig({ navigationBarTitleText: '开奖台' })
