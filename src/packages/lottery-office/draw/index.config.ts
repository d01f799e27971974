export default definePageConfig({ navigationBarTitleText: '开奖进度' })
