export default definePageConfig({ navigationBarTitleText: '申报期限' })
