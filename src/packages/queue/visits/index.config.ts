export default definePageConfig({ navigationBarTitleText: '取过的号', enablePullDownRefresh: true })
