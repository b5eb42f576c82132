SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#commands',
  deepLinking: true,
  // The validator is a foreign host.
  validatorUrl: null
});
