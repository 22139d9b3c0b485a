/* global SwaggerUIBundle */

// The bundle comes before this module: both wait for the page, in their order.
SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  // What the answers are made of stands with each address; the list of all of it is for whoever opens it.
  defaultModelsExpandDepth: 0,
  presets: [SwaggerUIBundle.presets.apis],
});
