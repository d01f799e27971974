export default definePageConfig({ navigationBarTitleText: '失约与信用', enablePullDownRefresh: true })
