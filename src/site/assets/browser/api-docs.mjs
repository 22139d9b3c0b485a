/* global SwaggerUIBundle */

// The bundle comes before this module: both wait for the page, in their order.
SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  presets: [SwaggerUIBundle.presets.apis],
});
