export default definePageConfig({ navigationBarTitleText: '报销单', enablePullDownRefresh: true })
