export default definePageConfig({ navigationBarTitleText: '参加审核' })
