// The bundle is Swagger UI's own; nothing is fetched from any other origin.
window.ui = SwaggerUIBundle({
  url: 'openapi/partner-hub.yaml',
  dom_id: '#swagger-ui',
  deepLinking: true,
  docExpansion: 'list',
  persistAuthorization: false,
  validatorUrl: null,
  withCredentials: false,
  requestInterceptor: function (request) {
    if (request.method === 'POST' && request.headers && request.url.indexOf('/docs/token') < 0 &&
        !request.headers['X-Request-Id']) {
      request.headers['X-Request-Id'] = crypto.randomUUID();
    }
    return request;
  }
});
