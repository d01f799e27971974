export default definePageConfig({ navigationBarTitleText: '预约预审' })
