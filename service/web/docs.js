// Starts Swagger UI on the document of this very server. A file of its own, for the page's policy allows no script in it.
SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#docs",
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  deepLinking: true,
  tryItOutEnabled: true,
  // The validator is a service elsewhere.
  validatorUrl: null,
});
