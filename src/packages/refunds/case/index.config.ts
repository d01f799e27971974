export default definePageConfig({ navigationBarTitleText: '退税进度', enablePullDownRefresh: true })
