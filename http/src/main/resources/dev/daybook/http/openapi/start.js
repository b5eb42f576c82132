SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#interface',
  deepLinking: true,
  // The validator is a foreign host.
  validatorUrl: null
});
