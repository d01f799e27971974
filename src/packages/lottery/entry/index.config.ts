export default definePageConfig({ navigationBarTitleText: '参与详情', enablePullDownRefresh: true })
